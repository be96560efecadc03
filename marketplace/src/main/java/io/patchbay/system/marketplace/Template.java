package io.patchbay.system.marketplace;

import com.damnhandy.uri.template.MalformedUriTemplateException;
import com.damnhandy.uri.template.UriTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An RFC 6570 template at some place in a definition. */
record Template(String path, String text) {

    /** The variables; none where the template cannot be read, which is noted. */
    Set<String> variables(Findings findings) {
        try {
            return Set.copyOf(List.of(UriTemplate.fromTemplate(text).getVariables()));
        } catch (MalformedUriTemplateException e) {
            findings.add(path, "is no RFC 6570 template: " + e.getMessage());
            return Set.of();
        }
    }

    void usesOnly(Set<String> allowed, String whatIsAllowed, Findings findings) {
        variables(findings).stream()
                .filter(variable -> !allowed.contains(variable))
                .sorted()
                .forEach(variable -> findings.add(path, "uses {" + variable + "}, which is no " + whatIsAllowed));
    }

    /** The address that the values make; empty where the template cannot be read or a value is missing. */
    Optional<String> expand(Map<String, String> values) {
        try {
            var template = UriTemplate.fromTemplate(text);
            return values.keySet().containsAll(List.of(template.getVariables()))
                    ? Optional.of(template.expand(Map.copyOf(values)))
                    : Optional.empty();
        } catch (MalformedUriTemplateException e) {
            return Optional.empty();
        }
    }
}
