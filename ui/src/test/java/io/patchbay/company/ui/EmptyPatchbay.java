package io.patchbay.company.ui;

import io.patchbay.company.InMemoryCompanies;
import io.patchbay.company.Registration;
import io.patchbay.company.RegistrationPolicy;
import io.patchbay.identity.PasswordHash;
import io.patchbay.setup.TestWorld;
import io.patchbay.shared.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A Patchbay without any company, and closed to further ones. No component, so that only tests that ask for it get it. */
class EmptyPatchbay {

    static final String SETUP_CODE = "open sesame";

    @Bean
    @Primary
    Registration emptyRegistration(TestWorld world) {
        return new Registration(
                new InMemoryCompanies(),
                world.groups,
                world.persons,
                world.tokens,
                password -> new PasswordHash("{test}"),
                new Closed(),
                world.clock);
    }

    private record Closed() implements RegistrationPolicy {

        @Override
        public boolean open() {
            return false;
        }

        @Override
        public boolean isSetupCode(Secret code) {
            return code.equals(new Secret(SETUP_CODE));
        }
    }
}
