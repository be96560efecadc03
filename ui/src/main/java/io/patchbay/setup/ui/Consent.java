package io.patchbay.setup.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import io.patchbay.setup.DraftId;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.Refusal;
import io.patchbay.system.AuthenticationMethod;
import io.patchbay.system.SystemDefinition;
import java.util.List;

/**
 * Connecting by redirect, as the wizard offers it, which stands before it and so may not know it. Its own package provides
 * it.
 */
public interface Consent {

    /** What has to be registered at the vendor before, and what else is worth knowing. */
    Component preparation(SystemDefinition system, AuthenticationMethod method);

    /** The address, relative to the application, from which the browser goes to the vendor. */
    Outcome<String> start(DraftId draft);

    /** Why nothing came of it, where the address tells so; empty otherwise. */
    List<Refusal> refusals(DraftId draft, SystemDefinition system, QueryParameters query);

    /** As {@link #refusals}, for a draft that is gone. */
    List<Refusal> refusals(QueryParameters query);
}
