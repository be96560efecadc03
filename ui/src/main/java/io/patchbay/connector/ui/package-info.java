/** The pages of connectors: all of them, and each with its summary and settings. */
@NullMarked
package io.patchbay.connector.ui;

import org.jspecify.annotations.NullMarked;
