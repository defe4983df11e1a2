package fr.palabre.identity.web;

/** What the sign-in page shows again after a refusal: never the password. */
public record SignInForm(String email, String retour) {}
