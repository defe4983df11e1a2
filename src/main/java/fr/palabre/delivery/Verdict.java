package fr.palabre.delivery;

/** What a person saw on the network when reading the account back told nothing. */
public enum Verdict { WENT_OUT, NOT_SENT }
