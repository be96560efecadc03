package io.patchbay.credential.persistence;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/** A key of the owner's, under which the data keys are encrypted; it never reaches the database. */
sealed interface WrappingKey permits MasterKey, KmsKey {

    /** By what people tell such keys apart: tells nothing about the key. */
    String id();

    /** Encrypts and decrypts with this key. */
    Aead aead() throws GeneralSecurityException;
}
