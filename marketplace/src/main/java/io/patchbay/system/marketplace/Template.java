package io.patchbay.system.marketplace;

import com.damnhandy.uri.template.MalformedUriTemplateException;
import com.damnhandy.uri.template.UriTemplate;
import java.util.List;
import java.util.Map;
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

    String expand(Map<String, String> values) {
        return UriTemplate.fromTemplate(text).expand(Map.copyOf(values));
    }
}
