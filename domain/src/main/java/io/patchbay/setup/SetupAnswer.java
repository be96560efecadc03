package io.patchbay.setup;

import io.patchbay.credential.GivenCredential;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody typed for one step, whether allowed or not. */
public sealed interface SetupAnswer permits General.Typed, TimeAndDate.Typed, SetupAnswer.Method, SetupAnswer.Values {

    /** Which step it answers. */
    SetupStep step();

    /** The third step's: a method's key. */
    record Method(@Nullable String key) implements SetupAnswer {

        @Override
        public SetupStep step() {
            return SetupStep.AUTHENTICATION;
        }
    }

    /** The fourth step's: values for some of the method's fields. */
    record Values(List<GivenCredential> given) implements SetupAnswer {

        public Values {
            given = List.copyOf(given);
        }

        @Override
        public SetupStep step() {
            return SetupStep.CREDENTIALS;
        }
    }
}
