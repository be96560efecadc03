package io.patchbay.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.patchbay.identity.ApiAccess;
import io.patchbay.identity.ApiToken;
import io.patchbay.identity.ApiTokens;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Page;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.EmptyState;
import io.patchbay.ui.MainLayout;
import io.patchbay.ui.Notifications;
import io.patchbay.ui.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The API tokens of the company: making them, seeing which are used, revoking them. */
@Route(value = Addresses.API_TOKENS, layout = MainLayout.class)
@PermitAll
final class TokensView extends Div implements HasDynamicTitle {

    private static final int AT_ONCE = 24;

    private final ApiTokens tokens;
    private final ApiAccess access;
    private final CurrentViewer currentViewer;
    private final Clock clock;
    private final UnorderedList rows = new UnorderedList();
    private final Button make = makeButton();
    private final EmptyState nothing = new EmptyState(
            getTranslation("identity.token.none"), getTranslation("identity.token.none.text"), makeButton());
    private final Button more = new Button(getTranslation("common.more"), click -> fetch());
    private @Nullable UUID last;

    TokensView(ApiTokens tokens, ApiAccess access, CurrentViewer currentViewer, Clock clock) {
        this.tokens = tokens;
        this.access = access;
        this.currentViewer = currentViewer;
        this.clock = clock;
        rows.addClassName("pb-rows");
        add(
                new PageHeader(getTranslation("identity.tokens.title"))
                        .explained(getTranslation("identity.tokens.introduction"))
                        .with(make),
                rows,
                nothing,
                more);
        showAgain();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("common.title", getTranslation("identity.tokens.title"));
    }

    private void showAgain() {
        rows.removeAll();
        last = null;
        fetch();
    }

    private void fetch() {
        var page = tokens.page(currentViewer.viewer().companyId(), new Page.Request(AT_ONCE, last, false));
        page.items().forEach(token -> rows.add(new TokenRow(token, clock.instant(), this::askToRevoke)));
        last = page.items().isEmpty() ? last : page.items().getLast().id().value();
        more.setVisible(page.hasNext());
        rows.setVisible(rows.getComponentCount() > 0);
        nothing.setVisible(!rows.isVisible());
        // Where there is nothing yet, what stands instead of the list asks for it.
        make.setVisible(rows.isVisible());
    }

    private Button makeButton() {
        var button = new Button(getTranslation("identity.token.make"), VaadinIcon.PLUS.create(), click -> make());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void make() {
        new TokenDialog(access, clock, this::made).open();
    }

    private void made(ApiAccess.Issued issued) {
        showAgain();
        new IssuedTokenDialog(issued.secret()).open();
    }

    private void askToRevoke(ApiToken token) {
        var name = token.name().value();
        var question = new ConfirmDialog();
        question.setHeader(getTranslation("identity.token.revoke-question", name));
        question.setText(getTranslation("identity.token.revoke-warning"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("common.cancel"));
        question.setConfirmText(getTranslation("identity.token.revoke"));
        question.setConfirmButtonTheme("primary error");
        question.addConfirmListener(confirmed -> revoke(token));
        question.open();
    }

    private void revoke(ApiToken token) {
        switch (access.revoke(token.id())) {
            case Outcome.Refused<ApiToken>(var refusals) ->
                refusals.forEach(refusal -> Notifications.warn(refusal.message(getLocale())));
            case Outcome.Done<ApiToken>(var revoked) ->
                Notifications.done("identity.token.revoked", revoked.name().value());
        }
        showAgain();
    }
}
