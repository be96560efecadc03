package io.patchbay.authorization.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.patchbay.access.AccessStatus;
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
    private final Paragraph state = new Paragraph();
    private final boolean connected;
    private final @Nullable String account;
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
        account = granted.map(TokenGrant.Kept::account).orElse(null);
        var button = new Button(
                getTranslation(connected ? "authorization.reconnect" : "authorization.connect"), click -> connect());
        getContent().addClassName("pb-form");
        getContent().add(news, refusals, state, button);
        getContent().add(explanation(connected));
    }

    /** Shows how it stands after a check that found this. What was connected just now is not said twice. */
    void show(AccessStatus found) {
        var lost = found == AccessStatus.NEEDS_RECONNECT;
        var told = news.getComponentCount() > 0;
        news.setVisible(told && !lost);
        state.setText(standing(lost));
        state.setVisible(lost || !told || !connected);
    }

    private String standing(boolean lost) {
        if (!connected) {
            return getTranslation("authorization.not-connected");
        }
        var key = lost ? "authorization.was-connected" : "authorization.connected";
        return account == null ? getTranslation(key) : getTranslation(key + "-as", account);
    }

    /** Says what was connected just now; null: nothing was. */
    ConnectionState telling(Authorization.@Nullable Arrival arrival) {
        if (arrival != null) {
            news.addClassName("pb-note");
            news.add(new Paragraph(words(arrival)));
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
