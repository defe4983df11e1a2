package fr.palabre.platform.web.api;

/** What whoever lets a token in tells the API of it. */
public final class ApiCaller {
  /** Request attribute that holds the token's id, a {@link java.util.UUID}. */
  public static final String TOKEN = ApiCaller.class.getName() + ".token";

  private ApiCaller() {}
}
