/** What changes, told to clients while they listen: the subscription, and the connections that it comes over. */
@NamedInterface("api")
@NullMarked
package io.patchbay.live.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
