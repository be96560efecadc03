package io.patchbay.token;

import io.patchbay.shared.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What opens a system for a while.
 *
 * @param version of the grant that it belongs to; 0: it is kept nowhere
 * @param baseUrl where the vendor wants to be spoken to; null: where it always is
 */
public record AccessToken(
        Secret value, long version, @Nullable URI baseUrl) {}
