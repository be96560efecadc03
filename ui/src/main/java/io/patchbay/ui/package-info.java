/** What all pages share: layout, languages, messages, refusals on forms, addresses. */
@NullMarked
package io.patchbay.ui;

import org.jspecify.annotations.NullMarked;
