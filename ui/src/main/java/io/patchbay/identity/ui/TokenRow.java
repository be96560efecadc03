package io.patchbay.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.patchbay.identity.ApiToken;
import io.patchbay.ui.Moments;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One API token in the list: what it is called, whether it opens anything, and since when and until when. */
final class TokenRow extends ListItem {

    TokenRow(ApiToken token, Instant now, Consumer<ApiToken> revoke) {
        var state = TokenState.of(token, now);
        var name = new Span(token.name().value());
        name.addClassName("pb-strong");
        var heading = new Div(name, badge(state));
        heading.addClassName("pb-actions");
        var words = new Div(heading, facts(token));
        add(words);
        if (state == TokenState.ACTIVE) {
            add(revokeButton(token, revoke));
        }
    }

    private Component badge(TokenState state) {
        var badge = new Badge(getTranslation("identity.token.state." + state.name()));
        if (state == TokenState.ACTIVE) {
            badge.addThemeVariants(BadgeVariant.SUCCESS);
        }
        return badge;
    }

    private Component facts(ApiToken token) {
        var facts = new Div(
                fact("created", token.createdAt()),
                fact(token.expiresAt() == null ? "expires-never" : "expires", token.expiresAt()),
                fact(token.lastUsedAt() == null ? "used-never" : "used", token.lastUsedAt()));
        if (token.revokedAt() != null) {
            facts.add(fact("revoked", token.revokedAt()));
        }
        facts.addClassNames("pb-token-facts", "pb-muted", "pb-small");
        return facts;
    }

    private Span fact(String key, @Nullable Instant moment) {
        var written = moment == null ? "" : Moments.written(moment, getLocale());
        return new Span(getTranslation("identity.token.fact." + key, written));
    }

    private Component revokeButton(ApiToken token, Consumer<ApiToken> revoke) {
        var button = new Button(getTranslation("identity.token.revoke"), click -> revoke.accept(token));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(
                getTranslation("identity.token.revoke-named", token.name().value()));
        return button;
    }
}
