package io.patchbay.access.connectivity;

import io.patchbay.access.connectivity.Access.Placed;
import io.patchbay.system.CredentialDestination.Place;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The body of a login request: the definition's, with the values written as its media type wants. Prints nothing of it. */
record LoginBody(String mediaType, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    static LoginBody of(Access access) {
        var mediaType = access.setting("loginContentType").orElse("application/json");
        var fields = access.placed(Place.LOGIN_BODY).toList();
        return new LoginBody(
                mediaType,
                access.setting("loginBody")
                        .map(template -> filled(template, mediaType, fields))
                        .orElseGet(() -> all(mediaType, fields)));
    }

    private static String filled(String template, String mediaType, List<Placed> fields) {
        var values = fields.stream().collect(Collectors.toMap(Placed::name, Placed::value));
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(
                        found -> Matcher.quoteReplacement(written(values.getOrDefault(found.group(1), ""), mediaType)));
    }

    private static String all(String mediaType, List<Placed> fields) {
        return isForm(mediaType)
                ? RequestParts.form(fields)
                : JSON.writeValueAsString(fields.stream().collect(Collectors.toMap(Placed::name, Placed::value)));
    }

    /** So that no value can end its place in the body and begin another. */
    private static String written(String value, String mediaType) {
        if (mediaType.contains("json")) {
            var quoted = JSON.writeValueAsString(value);
            return quoted.substring(1, quoted.length() - 1);
        }
        if (mediaType.contains("xml")) {
            return value.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&apos;");
        }
        return isForm(mediaType) ? URLEncoder.encode(value, StandardCharsets.UTF_8) : value;
    }

    private static boolean isForm(String mediaType) {
        return mediaType.toLowerCase(Locale.ROOT).contains("x-www-form-urlencoded");
    }

    @Override
    public String toString() {
        return "LoginBody[" + mediaType + "]";
    }
}
