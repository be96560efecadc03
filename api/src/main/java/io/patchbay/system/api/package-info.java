/** Systems and their icons, as the API shows them. */
@NullMarked
package io.patchbay.system.api;

import org.jspecify.annotations.NullMarked;
