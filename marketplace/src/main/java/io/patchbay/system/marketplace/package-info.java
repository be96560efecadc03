/** The prebuilt systems: their folders, the rules that the build holds them to, and the loader. */
@NamedInterface("marketplace")
@NullMarked
package io.patchbay.system.marketplace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
