package io.patchbay.authorization.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.authorization.Authorization;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.token.TokenGrant;
import io.patchbay.ui.Refusals;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** As whom Patchbay is connected, what just came of connecting, and the button to connect again. */
final class ConnectionState extends Composite<Div> {

    private static final long serialVersionUID = 1;

    private final Refusals refusals = new Refusals();
    private final Div news = new Div();
    private final Paragraph state;
    private final boolean connected;
    private final transient Supplier<Outcome<String>> begin;

    /**
     * Shows the state.
     *
     * @param begin gives the address at which the browser begins
     */
    ConnectionState(Optional<TokenGrant.Kept> granted, Supplier<Outcome<String>> begin) {
        this.begin = begin;
        news.getElement().setAttribute("role", "status");
        connected = granted.isPresent();
        state = new Paragraph(granted.map(TokenGrant.Kept::account)
                .map(account -> getTranslation("authorization.connected-as", account))
                .orElseGet(
                        () -> getTranslation(connected ? "authorization.connected" : "authorization.not-connected")));
        var button = new Button(
                getTranslation(connected ? "authorization.reconnect" : "authorization.connect"), click -> connect());
        getContent().addClassName("pb-form");
        getContent().add(news, refusals, state, button);
        getContent().add(explanation(connected));
    }

    /** Says what was connected just now, in place of the state, which would say it twice; null: nothing was. */
    ConnectionState telling(Authorization.@Nullable Arrival arrival) {
        if (arrival != null) {
            news.addClassName("pb-note");
            news.add(new Paragraph(words(arrival)));
            state.setVisible(!connected);
        }
        return this;
    }

    /** Says why nothing came of it; null: there is nothing to say. */
    ConnectionState explaining(@Nullable Refusal refusal) {
        if (refusal != null) {
            refusals.show(List.of(refusal));
        }
        return this;
    }

    private String words(Authorization.Arrival arrival) {
        if (arrival.account() == null) {
            return getTranslation("authorization.just-connected");
        }
        return arrival.isOtherAccount()
                ? getTranslation(
                        "authorization.just-connected-other",
                        arrival.account(),
                        Optional.ofNullable(arrival.accountBefore()).orElse(""))
                : getTranslation("authorization.just-connected-as", arrival.account());
    }

    private Paragraph explanation(boolean again) {
        var paragraph =
                new Paragraph(getTranslation(again ? "authorization.reconnect.help" : "authorization.connect.help"));
        paragraph.addClassNames("pb-muted", "pb-small");
        return paragraph;
    }

    private void connect() {
        switch (begin.get()) {
            case Outcome.Done<String>(var address) ->
                getUI().ifPresent(ui -> ui.getPage().setLocation(address));
            case Outcome.Refused<String> refused -> refusals.show(refused);
        }
    }
}
