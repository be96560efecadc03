/** The pages on which a company is registered, named and divided into groups. */
@NamedInterface("ui")
@NullMarked
package io.patchbay.company.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
