package io.patchbay.credential.persistence;

import org.springframework.modulith.NamedInterface;

/** There is no usable master key. The message is a plain sentence for the owner of this Patchbay, and holds no key. */
@NamedInterface("persistence")
public sealed class MasterKeyException extends RuntimeException permits WrongMasterKey {

    private static final long serialVersionUID = 1;

    MasterKeyException(String sentence) {
        super(sentence);
    }
}
