/** Third-party applications as Patchbay knows them: addresses, authentication methods, credential fields, defaults. */
@NullMarked
package io.patchbay.system;

import org.jspecify.annotations.NullMarked;
