package io.patchbay.access.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import io.patchbay.access.CheckReason;
import io.patchbay.token.TokenGrant;
import io.patchbay.token.TokenState;
import io.patchbay.ui.Moments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a vendor granted: for whom, what for, since when and until when, and how it stands. Never the tokens. */
final class GrantPanel extends Composite<Section> {

    private final Facts facts = new Facts();

    GrantPanel(TokenGrant grant, Instant now) {
        facts.with(getTranslation("access.grant.state"), state(grant, now));
        var tokens = grant.tokens();
        if (tokens != null) {
            withText("access.grant.account", tokens.account());
            withText("access.grant.scopes", tokens.scopes().isEmpty() ? null : String.join(", ", tokens.scopes()));
            withText("access.grant.issued", Moments.written(tokens.issuedAt(), getLocale()));
            withText(
                    "access.grant.expires",
                    tokens.expiresAt() == null
                            ? getTranslation("access.grant.expires-unknown")
                            : Moments.written(tokens.expiresAt(), getLocale()));
        }
        getContent().addClassName("pb-panel");
        getContent().add(new H2(getTranslation("access.summary.grant")), facts);
    }

    private void withText(String name, @Nullable String text) {
        if (text != null) {
            facts.with(getTranslation(name), text);
        }
    }

    private String[] state(TokenGrant grant, Instant now) {
        var state = grant.state(now);
        var setback = grant.setback();
        var name = getTranslation("access.grant.state." + state);
        if (setback == null || state == TokenState.REFRESHING) {
            return new String[] {name};
        }
        var reason = getTranslation("access.check.reason." + CheckReason.of(setback.trouble()));
        return state == TokenState.BACKOFF
                ? new String[] {
                    name, reason, getTranslation("access.grant.retry", Moments.written(setback.retryAt(), getLocale()))
                }
                : new String[] {name, reason};
    }
}
