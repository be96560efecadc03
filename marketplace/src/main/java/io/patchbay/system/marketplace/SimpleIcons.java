package io.patchbay.system.marketplace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The brands' icons, as the simple-icons webjar on the build's class path has them. */
final class SimpleIcons {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+");
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"<>]+)\"/>");

    private final String folder;

    private SimpleIcons(String version) {
        this.folder = "/META-INF/resources/webjars/simple-icons/" + version + "/icons/";
    }

    static SimpleIcons onClassPath() {
        try (var in =
                SimpleIcons.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/simple-icons/pom.properties")) {
            var about = new Properties();
            about.load(Objects.requireNonNull(in, "simple-icons is not on the class path"));
            return new SimpleIcons(about.getProperty("version"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path that draws an icon in a square of 24; empty where there is no such icon. */
    Optional<String> path(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            return Optional.empty();
        }
        try (var in = SimpleIcons.class.getResourceAsStream(folder + slug + ".svg")) {
            return in == null
                    ? Optional.empty()
                    : PATH.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .results()
                            .map(match -> match.group(1))
                            .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
