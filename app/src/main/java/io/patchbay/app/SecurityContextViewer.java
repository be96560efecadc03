package io.patchbay.app;

import io.patchbay.identity.CurrentViewer;
import io.patchbay.identity.Viewer;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The viewer whom Spring Security let in. */
@Component
class SecurityContextViewer implements CurrentViewer {

    @Override
    public Viewer viewer() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(SecurityContextViewer::of)
                .orElseThrow(() -> new IllegalStateException("Nobody was let in"));
    }

    /** Who this is; empty where nobody was let in. */
    static Optional<Viewer> of(Authentication authentication) {
        if (authentication instanceof ProgramAuthentication program) {
            return Optional.of(new Viewer.Program(program.token()));
        }
        return authentication.getPrincipal() instanceof SignedInPerson who
                ? Optional.of(new Viewer.SignedIn(who.person()))
                : Optional.empty();
    }
}
