package io.patchbay.app;

import io.patchbay.identity.PasswordHash;
import io.patchbay.identity.Passwords;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are hashed and compared: Argon2id today; the prefix of a hash says which way was used, so it may change. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    @Bean
    Passwords passwords(PasswordEncoder encoder) {
        return password -> new PasswordHash(Objects.requireNonNull(encoder.encode(password.reveal())));
    }

    @Bean
    ThrottledLogin throttledLogin(PersonsForLogin persons, PasswordEncoder encoder) {
        var comparison = new DaoAuthenticationProvider(persons);
        comparison.setPasswordEncoder(encoder);
        comparison.setUserDetailsPasswordService(persons);
        return new ThrottledLogin(comparison, new LoginThrottle());
    }
}
