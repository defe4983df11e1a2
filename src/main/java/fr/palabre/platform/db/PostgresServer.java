package fr.palabre.platform.db;

import org.postgresql.ds.PGSimpleDataSource;

/** Where PostgreSQL is, and the owner who may change its schema. */
record PostgresServer(String url, String owner, String password, AutoCloseable process) {

  PostgresServer {
    // A name in the address would win over the role that Palabre connects as.
    url = url.replaceAll("(?<=[?&])(user|password)=[^&]*&?", "").replaceAll("[?&]$", "");
  }

  static PostgresServer external(String url, String owner, String password) {
    return new PostgresServer(url, owner, password, () -> {});
  }

  PGSimpleDataSource ownerDataSource() {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(owner);
    source.setPassword(password);
    return source;
  }

  void stop() throws Exception {
    process.close();
  }

  @Override
  public String toString() {
    return "PostgresServer[" + url + "]";
  }
}
