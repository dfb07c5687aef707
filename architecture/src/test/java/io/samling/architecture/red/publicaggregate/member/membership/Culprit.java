package io.samling.architecture.red.publicaggregate.member.membership;

import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
public class Culprit {}
