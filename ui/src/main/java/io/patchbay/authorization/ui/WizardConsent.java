package io.patchbay.authorization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.authorization.AuthorizationStart;
import io.patchbay.authorization.ConnectAddresses;
import io.patchbay.credential.Applications;
import io.patchbay.setup.DraftAuthorization;
import io.patchbay.setup.DraftId;
import io.patchbay.setup.ui.Consent;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import io.patchbay.ui.Addresses;
import java.util.List;

/** What the wizard does about connecting by redirect. */
@org.springframework.stereotype.Component
class WizardConsent implements Consent {

    private final AuthorizationStart start;
    private final DraftAuthorization drafts;
    private final ConnectAddresses addresses;
    private final Applications applications;

    WizardConsent(
            AuthorizationStart start,
            DraftAuthorization drafts,
            ConnectAddresses addresses,
            Applications applications) {
        this.start = start;
        this.drafts = drafts;
        this.addresses = addresses;
        this.applications = applications;
    }

    @Override
    public Component preparation(SystemDefinition system, AuthenticationMethod method) {
        return new RedirectAddress(
                system,
                method,
                addresses.redirect(),
                applications.find(system.id()).isPresent());
    }

    @Override
    public Outcome<String> start(DraftId draft) {
        return start.ofDraft(draft).map(OneTimeAddress::of);
    }

    @Override
    public List<Refusal> refusals(DraftId draft, SystemDefinition system, QueryParameters query) {
        if (query.getSingleParameter(Addresses.REFUSED).isEmpty()) {
            return List.of();
        }
        // What is wrong with the draft itself, such as a place that was taken, is said as it is now.
        return Arrivals.refusal(system.name(), query)
                .map(List::of)
                .orElseGet(() -> drafts.ready(draft).refusals());
    }

    @Override
    public List<Refusal> refusals(QueryParameters query) {
        return Arrivals.refusal("", query).map(List::of).orElseGet(List::of);
    }
}
