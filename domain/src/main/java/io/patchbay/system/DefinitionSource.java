package io.patchbay.system;

import java.net.URI;
import java.time.LocalDate;

/** Where a definition's facts were read, and when. */
public record DefinitionSource(URI address, LocalDate read) {}
