/** The page after login: how connectors and instances are doing, and what to do next. It stands before all other features. */
@NullMarked
package io.patchbay.dashboard.ui;

import org.jspecify.annotations.NullMarked;
