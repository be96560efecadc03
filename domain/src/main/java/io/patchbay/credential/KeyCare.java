package io.patchbay.credential;

import io.patchbay.company.Companies;
import io.patchbay.identity.CurrentViewer;
import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Outcome;
import io.patchbay.shared.RefusalCode;
import io.patchbay.shared.UseCase;
import java.util.function.Supplier;

/**
 * Rotating and verifying the keys, which serve every company of this Patchbay. So it is for the company that set Patchbay
 * up, and what it learns about other companies' secrets is only how many cannot be read.
 */
@UseCase(inTransaction = false)
public class KeyCare {

    private final SecretKeys keys;
    private final Companies companies;
    private final CurrentViewer currentViewer;

    public KeyCare(SecretKeys keys, Companies companies, CurrentViewer currentViewer) {
        this.keys = keys;
        this.companies = companies;
        this.currentViewer = currentViewer;
    }

    /** Whether the keys are the viewer's to care for. */
    public boolean allowed() {
        return companies.isFirst(currentViewer.viewer().companyId());
    }

    /** Which keys there are, and how far the newest rotation is. */
    public Outcome<SecretKeys.State> state() {
        return ifAllowed(keys::state);
    }

    /** Begins a rotation, which goes on in the background; gives the state right after. */
    public Outcome<SecretKeys.State> rotate() {
        return ifAllowed(() -> {
            keys.rotate();
            return keys.state();
        });
    }

    /** Decrypts every secret there is. Only the viewer's own company's are listed; all are counted. */
    public Outcome<SecretKeys.Verification> verify() {
        return ifAllowed(() -> keys.verify().listing(currentViewer.viewer().companyId()));
    }

    private <T> Outcome<T> ifAllowed(Supplier<T> answer) {
        return allowed()
                ? Outcome.done(answer.get())
                : Outcome.refused(InvalidInput.overall(RefusalCode.NOT_ALLOWED, "keys.not-allowed"));
    }
}
