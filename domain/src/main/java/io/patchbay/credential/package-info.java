/** What opens a third-party system: credentials, and the secrets among them. */
@NullMarked
package io.patchbay.credential;

import org.jspecify.annotations.NullMarked;
