package io.samling.architecture.red.controllers.member.membership;

import org.springframework.web.bind.annotation.RestController;

@RestController
class Culprit {}
