package io.samling.member.membership;

/** What sort of organisation a member is. */
public enum OrganisationKind {
    COMPANY,
    PUBLIC_BODY,
    UNIVERSITY,
    RESEARCH_INSTITUTE,
    EDUCATION_PROVIDER,
    ASSOCIATION,
    FINANCIER,
    OTHER
}
