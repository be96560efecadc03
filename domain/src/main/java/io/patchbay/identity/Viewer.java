package io.patchbay.identity;

import io.patchbay.shared.CompanyId;
import io.patchbay.shared.Name;
import java.util.Optional;

/** Who is acting, and for which company. */
public sealed interface Viewer {

    CompanyId companyId();

    Name name();

    /** The person who is acting; empty where a program is. */
    Optional<Person> person();

    /** A person who logged in. */
    record SignedIn(Person who) implements Viewer {

        @Override
        public CompanyId companyId() {
            return who.companyId();
        }

        @Override
        public Name name() {
            return who.name();
        }

        @Override
        public Optional<Person> person() {
            return Optional.of(who);
        }
    }

    /** A program with an API token. */
    record Program(ApiToken token) implements Viewer {

        @Override
        public CompanyId companyId() {
            return token.companyId();
        }

        @Override
        public Name name() {
            return token.name();
        }

        @Override
        public Optional<Person> person() {
            return Optional.empty();
        }
    }
}
