package io.patchbay.app;

import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Person;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person as Spring Security sees them. The password's hash is here only while it is compared, and then erased. */
final class SignedInPerson implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final transient Person person;
    private transient @Nullable PasswordHash passwordHash;

    SignedInPerson(Person person, PasswordHash passwordHash) {
        this.person = person;
        this.passwordHash = passwordHash;
    }

    Person person() {
        return person;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_USER"));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash == null ? null : passwordHash.encoded();
    }

    @Override
    public String getUsername() {
        return person.email().value();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
