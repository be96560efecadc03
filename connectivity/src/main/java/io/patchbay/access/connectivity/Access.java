package io.patchbay.access.connectivity;

import com.damnhandy.uri.template.MalformedUriTemplateException;
import com.damnhandy.uri.template.UriTemplate;
import com.damnhandy.uri.template.VariableExpansionException;
import io.patchbay.access.Checks;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialDestination;
import io.patchbay.system.CredentialDestination.Place;
import io.patchbay.system.CredentialField;
import io.patchbay.system.Environment;
import io.patchbay.token.TokenSource;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a definition says about a way into a system, with the values that are set. */
final class Access {

    /** A value that goes somewhere. Prints nothing of it. */
    record Placed(String name, String value) {

        @Override
        public String toString() {
            return "Placed[" + name + "]";
        }
    }

    private final Checks.Question question;

    Access(Checks.Question question) {
        this.question = question;
    }

    AuthenticationMethod method() {
        return question.method();
    }

    Checks.Question question() {
        return question;
    }

    /** Where its tokens come from. */
    TokenSource tokens() {
        return Objects.requireNonNull(question.tokens(), "Nobody gave tokens");
    }

    /** What goes to a place that there is only once, formatted. */
    Optional<String> value(Place place) {
        return placed(place).map(Placed::value).findFirst();
    }

    /** What goes to a place, in the order of the fields. */
    Stream<Placed> placed(Place place) {
        return method().fields().stream()
                .filter(field -> !revealed(field).isEmpty())
                .flatMap(field -> field.destinations().stream()
                        .filter(destination -> destination.place() == place)
                        .map(destination -> placed(field, destination)));
    }

    /** A setting; in the test environment its twin goes first. */
    Optional<String> setting(String name) {
        var settings = method().settings();
        return Optional.ofNullable(settings.get(name + "Test"))
                .filter(twin -> question.environment() == Environment.TEST)
                .or(() -> Optional.ofNullable(settings.get(name)));
    }

    /** What a template comes to with the values that are not secret; empty where it comes to no address. */
    Optional<URI> address(String template) {
        try {
            return Optional.of(URI.create(expand(template)));
        } catch (IllegalArgumentException | MalformedUriTemplateException | VariableExpansionException unusable) {
            return Optional.empty();
        }
    }

    String expand(String template) {
        if (!template.contains("{")) {
            return template;
        }
        Map<String, Object> visible = method().fields().stream()
                .filter(field -> !field.secret() && question.values().containsKey(field.key()))
                .collect(Collectors.toMap(CredentialField::key, this::revealed));
        return UriTemplate.fromTemplate(template).expand(visible);
    }

    /** Where the system is found; empty where it is not in the environment, or the values make no address. */
    Optional<URI> baseUrl() {
        return Optional.ofNullable(question.system().baseUrls().get(question.environment()))
                .flatMap(this::address);
    }

    /** Whether a value looks like one of the other environment. */
    boolean belongsElsewhere() {
        return method().fields().stream()
                .anyMatch(field -> field.belongsElsewhere(revealed(field), question.environment()));
    }

    private Placed placed(CredentialField field, CredentialDestination destination) {
        var format = destination.format();
        return new Placed(
                Objects.requireNonNullElse(destination.name(), field.key()),
                format == null ? revealed(field) : format.replace("{value}", revealed(field)));
    }

    private String revealed(CredentialField field) {
        return question.values().getOrDefault(field.key(), new Secret("")).reveal();
    }
}
