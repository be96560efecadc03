/** What every table needs: keyset lists, narrowing, versions, and the database's last word. */
@NullMarked
package io.patchbay.persistence;

import org.jspecify.annotations.NullMarked;
