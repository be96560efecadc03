package io.patchbay.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Prometheus reads. */
record Scrape(String text) {

    static final String TOKEN = "metrics-token-of-the-tests";

    private static final Pattern LINE = Pattern.compile("(?<name>\\w+)(?:\\{(?<labels>.*)})? (?<value>\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    record Sample(String name, Map<String, String> labels, double value) {}

    static Scrape of(int port) {
        var answer = ApiClient.send(
                new ApiClient(port, TOKEN).request(MetricsDoor.PATH).build());
        if (answer.statusCode() != 200) {
            throw new AssertionError("No metrics: " + answer.statusCode() + " " + answer.body());
        }
        return new Scrape(answer.body());
    }

    List<Sample> samples() {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Scrape::sample)
                .toList();
    }

    /** The sum over all series of that name with these labels. */
    double value(String name, Map<String, String> labels) {
        return samples().stream()
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** Every name there is, and the labels that its series have. */
    Map<String, Set<String>> labelsByName() {
        return samples().stream()
                .collect(
                        Collectors.toMap(Sample::name, sample -> sample.labels().keySet(), (some, others) -> {
                            var all = new HashSet<>(some);
                            all.addAll(others);
                            return all;
                        }));
    }

    private static Sample sample(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError("Not a sample: " + line);
        }
        var labels = new HashMap<String, String>();
        if (parts.group("labels") != null) {
            LABEL.matcher(parts.group("labels")).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(parts.group("name"), labels, Double.parseDouble(parts.group("value")));
    }
}
