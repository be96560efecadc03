/** What vendors issue for credentials: access and refresh tokens, kept valid by whoever needs them. */
@NullMarked
package io.patchbay.token;

import org.jspecify.annotations.NullMarked;
