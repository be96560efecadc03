package io.patchbay.attention.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.patchbay.access.AccessKind;
import io.patchbay.access.HasAccess;
import io.patchbay.attention.Days;
import io.patchbay.attention.Expiring;
import io.patchbay.ui.Addresses;
import io.patchbay.ui.Moments;
import io.patchbay.ui.PageLink;
import io.patchbay.ui.SystemIcon;
import java.time.Instant;
import java.util.Objects;

/** One thing that ends: what, of which connector or instance, when, and what to do. */
final class ExpiringRow extends Composite<Div> {

    /** So few days ahead it is time to act. */
    private static final int SOON = 14;

    private final SubjectTexts texts;

    ExpiringRow(Expiring expiring, SubjectTexts texts, Instant now) {
        this.texts = texts;
        getContent().addClassName("pb-row");
        show(expiring, now);
    }

    /** Shows how it is now. */
    void show(Expiring expiring, Instant now) {
        getContent().removeAll();
        getContent().add(icon(expiring), words(expiring, now), action(expiring));
    }

    private static Component icon(Expiring expiring) {
        var subject = expiring.subject();
        if (subject != null) {
            return new SystemIcon(subject.access().system().slug());
        }
        var key = VaadinIcon.KEY.create();
        key.addClassName("pb-icon-sign");
        key.getElement().setAttribute("aria-hidden", "true");
        return key;
    }

    private Component words(Expiring expiring, Instant now) {
        var name = new Anchor(address(expiring), name(expiring));
        name.addClassName("pb-strong");
        var heading = new Div(name, badge(expiring, now));
        heading.addClassName("pb-actions");
        var place = new Span(
                expiring.subject() == null
                        ? getTranslation("attention.expiry.api-token.of")
                        : texts.belongsTo(expiring.subject()));
        place.addClassNames("pb-muted", "pb-small");
        var words = new Div(heading, place, new Paragraph(sentence(expiring, now)));
        words.addClassName("pb-row-words");
        return words;
    }

    private Component badge(Expiring expiring, Instant now) {
        var days = Days.until(expiring.endsAt(), now, Moments.zone());
        var over = !expiring.endsAt().isAfter(now);
        var badge = new Badge(over ? getTranslation("attention.expiry.over") : ahead(days));
        badge.setIcon((over ? VaadinIcon.EXCLAMATION_CIRCLE_O : VaadinIcon.CLOCK).create());
        if (over) {
            badge.addThemeVariants(BadgeVariant.ERROR);
        } else if (days <= SOON) {
            badge.addThemeVariants(BadgeVariant.WARNING);
        } else {
            badge.addClassName("aura-accent-neutral");
        }
        return badge;
    }

    private String ahead(long days) {
        return getTranslation("attention.expiry.in", days);
    }

    private String sentence(Expiring expiring, Instant now) {
        var over = !expiring.endsAt().isAfter(now);
        var when = Moments.written(expiring.endsAt(), getLocale());
        return getTranslation(
                "attention.expiry." + expiring.kind() + (over ? ".over" : ".ends")
                        + (expiring.exact() ? "" : ".at-most"),
                when,
                what(expiring));
    }

    private String what(Expiring expiring) {
        var key = expiring.credentialKey();
        var subject = expiring.subject();
        return key == null || subject == null ? "" : texts.credential(subject.access(), key);
    }

    private Component action(Expiring expiring) {
        var text = getTranslation("attention.expiry.remedy." + expiring.kind());
        var link = PageLink.secondary(
                switch (expiring.kind()) {
                    case CREDENTIAL -> SubjectTexts.settings(kind(expiring), subject(expiring));
                    case GRANT -> SubjectTexts.address(kind(expiring), subject(expiring));
                    case API_TOKEN -> Addresses.API_TOKENS;
                },
                text);
        link.setAriaLabel(getTranslation("attention.expiry.remedy." + expiring.kind() + ".named", name(expiring)));
        var action = new Div(link);
        action.addClassName("pb-actions");
        return action;
    }

    private static String address(Expiring expiring) {
        return expiring.subject() == null
                ? Addresses.API_TOKENS
                : SubjectTexts.address(kind(expiring), subject(expiring));
    }

    private static String name(Expiring expiring) {
        var token = expiring.apiToken();
        return token == null
                ? subject(expiring).access().name().value()
                : token.name().value();
    }

    private static AccessKind kind(Expiring expiring) {
        return Objects.requireNonNull(expiring.accessKind());
    }

    private static HasAccess subject(Expiring expiring) {
        return Objects.requireNonNull(expiring.subject());
    }
}
