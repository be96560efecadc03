/** What the pages of connectors and instances share: fields for time, dates and credentials, and the words for statuses. */
@NamedInterface("ui")
@NullMarked
package io.patchbay.access.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
