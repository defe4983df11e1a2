package fr.palabre.delivery.engine;

/** Whether what one took is still one's own, without asking the database. */
interface Lease {
  boolean holds();
}
