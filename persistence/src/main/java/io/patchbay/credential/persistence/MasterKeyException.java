package io.patchbay.credential.persistence;

/** There is no usable master key. The message is a plain sentence for the owner of this Patchbay, and holds no key. */
public sealed class MasterKeyException extends RuntimeException permits WrongMasterKey {

    private static final long serialVersionUID = 1;

    MasterKeyException(String sentence) {
        super(sentence);
    }
}
