package io.patchbay.credential.persistence;

/** The master key is not the one that the secrets in the database were encrypted under. */
public final class WrongMasterKey extends MasterKeyException {

    private static final long serialVersionUID = 1;

    WrongMasterKey(String expectedId, String givenId) {
        super("The master key with the id " + givenId
                + " does not open the secrets in this database: they need the one with" + " the id " + expectedId
                + ". Give Patchbay that key, or the database that belongs to this one.");
    }
}
