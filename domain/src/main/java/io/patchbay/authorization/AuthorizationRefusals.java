package io.patchbay.authorization;

import io.patchbay.shared.InvalidInput;
import io.patchbay.shared.Refusal;
import io.patchbay.shared.RefusalCode;
import java.util.Optional;

/** Why nothing came of connecting by redirect. Pages that are only told the code make the sentence here again. */
public final class AuthorizationRefusals {

    /** What vendors call what is wrong; anything longer or stranger is not repeated. */
    private static final String WORD = "[A-Za-z_]{1,40}";

    private AuthorizationRefusals() {}

    /**
     * The refusal with this code; empty where it is none of these.
     *
     * @param system what the vendor's system is called
     * @param why the vendor's word, or {@link io.patchbay.access.CheckReason}; may be empty
     */
    public static Optional<Refusal> of(String code, String system, String why) {
        return switch (code) {
            case "AUTHORIZATION_UNKNOWN" -> Optional.of(unknown());
            case "AUTHORIZATION_EXPIRED" -> Optional.of(expired());
            case "AUTHORIZATION_USED" -> Optional.of(used());
            case "AUTHORIZATION_OTHER_BROWSER" -> Optional.of(otherBrowser());
            case "AUTHORIZATION_OTHER_PERSON" -> Optional.of(otherPerson());
            case "AUTHORIZATION_CHANGED" -> Optional.of(changed());
            case "AUTHORIZATION_DECLINED" -> Optional.of(declined(system));
            case "AUTHORIZATION_REFUSED" -> Optional.of(refused(system, why));
            case "AUTHORIZATION_EXCHANGE_REFUSED" -> Optional.of(exchangeRefused(system, why));
            case "AUTHORIZATION_SYSTEM_UNREACHABLE" -> Optional.of(unreachable(system, why));
            case "AUTHORIZATION_ANSWER_UNUSABLE" -> Optional.of(answerUnusable(system));
            default -> Optional.empty();
        };
    }

    /** The word that explains the refusal where its code does not; for {@link #of}. */
    public static String why(Refusal refusal) {
        return refusal.arguments().size() == 2
                ? String.valueOf(refusal.arguments().get(1))
                : "";
    }

    static Refusal unknown() {
        return InvalidInput.overall(RefusalCode.AUTHORIZATION_UNKNOWN, "authorization.unknown");
    }

    static Refusal expired() {
        return InvalidInput.overall(
                RefusalCode.AUTHORIZATION_EXPIRED, "authorization.expired", Authorization.LIFETIME.toMinutes());
    }

    static Refusal used() {
        return InvalidInput.overall(RefusalCode.AUTHORIZATION_USED, "authorization.used");
    }

    static Refusal otherBrowser() {
        return InvalidInput.overall(RefusalCode.AUTHORIZATION_OTHER_BROWSER, "authorization.other-browser");
    }

    static Refusal otherPerson() {
        return InvalidInput.overall(RefusalCode.AUTHORIZATION_OTHER_PERSON, "authorization.other-person");
    }

    static Refusal changed() {
        return InvalidInput.overall(RefusalCode.AUTHORIZATION_CHANGED, "authorization.changed");
    }

    static Refusal declined(String system) {
        return InvalidInput.overall(RefusalCode.AUTHORIZATION_DECLINED, "authorization.declined", system);
    }

    static Refusal refused(String system, String why) {
        return InvalidInput.overall(RefusalCode.AUTHORIZATION_REFUSED, "authorization.refused", system, word(why));
    }

    static Refusal exchangeRefused(String system, String why) {
        return InvalidInput.overall(
                RefusalCode.AUTHORIZATION_EXCHANGE_REFUSED, "authorization.exchange-refused", system, word(why));
    }

    static Refusal unreachable(String system, String why) {
        return InvalidInput.overall(
                RefusalCode.AUTHORIZATION_SYSTEM_UNREACHABLE, "authorization.unreachable", system, word(why));
    }

    static Refusal answerUnusable(String system) {
        return InvalidInput.overall(RefusalCode.AUTHORIZATION_ANSWER_UNUSABLE, "authorization.answer-unusable", system);
    }

    private static String word(String why) {
        return why.matches(WORD) ? why : "?";
    }
}
