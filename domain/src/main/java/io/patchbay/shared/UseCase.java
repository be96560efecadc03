package io.patchbay.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class of operations that the outside may call. The application makes one bean of each and runs every public
 * method in one transaction unless told otherwise, so the domain needs no framework for it (decision 0003).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {

    /**
     * False for operations that wait for a third party, which hold no database connection meanwhile, and for those that
     * change one row at most.
     */
    boolean inTransaction() default true;
}
