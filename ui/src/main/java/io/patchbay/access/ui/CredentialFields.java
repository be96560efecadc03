package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import io.patchbay.credential.Credentials;
import io.patchbay.credential.GivenCredential;
import io.patchbay.shared.Secret;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.CredentialField;
import io.patchbay.ui.Refusals;
import io.patchbay.ui.SecretField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Asks for the credentials of one authentication method. Saved values that are no secrets stand in their fields; a saved
 * secret shows as an empty field that says so.
 */
public final class CredentialFields extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final transient List<CredentialControl> controls;

    /** Fields for a method, some of them saved already. */
    public CredentialFields(AuthenticationMethod method, Credentials saved, Endings endings) {
        controls = method.askedFields().stream()
                .map(field -> CredentialControl.of(field, saved.values().get(field.key()), end(field, saved, endings)))
                .toList();
        getContent().addClassName("pb-form");
        controls.forEach(control -> getContent().add(control.component()));
        if (controls.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("access.credentials.none")));
        }
    }

    /** Whether {@link #read} has to ask the browser, so that its answer comes later. */
    public boolean asksBrowser() {
        return !secrets().isEmpty();
    }

    /**
     * Hands on what is typed, each value exactly so. A secret that was left empty is not among it, and neither is anything
     * kept here afterwards.
     */
    public void read(Consumer<List<GivenCredential>> reader) {
        var secrets = secrets();
        if (secrets.isEmpty()) {
            reader.accept(open());
            return;
        }
        var values = IntStream.range(0, secrets.size())
                .mapToObj(index -> "$" + index + ".value")
                .collect(Collectors.joining(", ", "return [", "]"));
        var elements =
                secrets.stream().map(secret -> secret.component().getElement()).toArray(Element[]::new);
        getElement().executeJs(values, (Object[]) elements).then(answer -> {
            var given = new ArrayList<>(open());
            for (var index = 0; index < secrets.size(); index++) {
                var value = new Secret(answer.get(index).asString());
                if (!value.isEmpty()) {
                    given.add(new GivenCredential(secrets.get(index).key(), value));
                }
            }
            reader.accept(given);
        });
    }

    /** Has refusals shown at these fields. */
    public void register(Refusals refusals) {
        controls.forEach(control -> refusals.at("credentials." + control.key(), control.validation()));
    }

    private static Optional<String> end(CredentialField field, Credentials saved, Endings endings) {
        return saved.isSet(field.key()) ? saved.end(field.key()).map(endings::words) : endings.ahead(field);
    }

    private List<GivenCredential> open() {
        return controls.stream()
                .flatMap(control -> control.value().get().stream())
                .toList();
    }

    private List<CredentialControl> secrets() {
        return controls.stream()
                .filter(control -> control.component() instanceof SecretField)
                .toList();
    }
}
