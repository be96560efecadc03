package io.patchbay.app;

import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Viewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The viewer whom Spring Security let in. */
@Component
class SecurityContextViewer implements CurrentViewer {

    @Override
    public Viewer viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof ProgramAuthentication program) {
            return new Viewer.Program(program.token());
        }
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPerson who) {
            return new Viewer.SignedIn(who.person());
        }
        throw new IllegalStateException("Nobody was let in");
    }
}
