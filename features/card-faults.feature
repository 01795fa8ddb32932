@card-fault
Feature: When the CAC is at fault
  A card wears out, is personalised half, is pulled at the wrong moment, or meets another program. Whatever it does, the member sees
  that something is wrong, no try is spent that need not be, and the account stays as it was. docs/faults.md has every fault.

  @step-6-pin
  Rule: The tries that were used up elsewhere count

    @presents-pin-1
    Scenario: Ada sees that one try is left after a second wrong PIN
      Given Ada's CAC has a fault: it comes with two tries left
      And Ada's certificates were made available with ActivClient
      When Ada registers and enters a wrong PIN
      Then the PIN dialog says that 1 try is left
      And Ada's account is unchanged

    @presents-pin-1
    Scenario: The third wrong PIN blocks Ada's CAC
      Given Ada's CAC has a fault: it comes with one try left
      And Ada's certificates were made available with ActivClient
      When Ada registers and enters a wrong PIN
      Then the PIN dialog says that the CAC is blocked
      And Ada's CAC is blocked
      And Ada's account is unchanged

    Scenario: Ada's CAC that comes blocked is sent no PIN
      Given Ada's CAC has a fault: it comes blocked
      And Ada's certificates were made available with ActivClient
      When Ada registers her CAC
      Then the PIN dialog says that the CAC is blocked
      And Ada's CAC is sent no PIN
      And Ada's account is unchanged

    @presents-pin-1 @pin-that-costs-no-try
    Scenario: A PIN that is too short costs Ada no try
      Given Ada's CAC has a fault: it takes no PIN of less than six digits
      And Ada's certificates were made available with ActivClient
      When Ada registers and enters a PIN of four digits
      Then the PIN dialog says that 3 tries are left
      And Ada's account is unchanged

  @step-6-pin
  Rule: A card that does not sign registers nothing

    @presents-pin-1
    Scenario Outline: Ada registers nothing with a CAC that <is in trouble>
      Given Ada's CAC has a fault: it <is in trouble>
      And Ada's certificates were made available with ActivClient
      When Ada registers her CAC
      Then Ada's browser cannot show the page
      And Ada's account is unchanged

      Examples: of the card
        | is in trouble                                        |
        | has another key than its identity certificate says   |
        | loses the login to another program before it signs   |

      Examples: of the reader
        | is in trouble                                        |
        | is pulled while it signs                             |
        | falls mute while it signs                            |
        | answers 6F00 once when it is to sign                 |
        | answers 6581 once when it is to sign                 |
        | answers 6A84 once when it is to sign                 |
        | answers 9240 once when it is to sign                 |

    @pulled-before-pin
    Scenario: Ada's CAC that is pulled before the PIN is asked for is sent none
      Given Ada's CAC has a fault: it is pulled before the PIN is asked for
      And Ada's certificates were made available with ActivClient
      When Ada registers her CAC
      Then Ada was asked for the certificate
      And Ada's browser cannot show the page
      And Ada's CAC is sent no PIN
      And Ada's account is unchanged

  @step-6-pin
  Rule: What has passed is no obstacle

    @presents-pin-2
    Scenario Outline: Ada registers with her CAC after it <was in trouble>
      Given Ada's CAC has a fault: it <was in trouble>
      And Ada's certificates were made available with ActivClient
      And Ada registers her CAC
      When Ada puts her CAC in again and registers it
      Then a screen says that Ada has registered her CAC
      And the portal holds the certificate of Ada's CAC for her account

      Examples:
        | was in trouble              |
        | is pulled while it signs    |
        | falls mute while it signs   |

    @presents-pin-1 @presents-pin-2-where-each-browser-asks
    Scenario Outline: Ada registers at the second attempt with a CAC that <is in trouble>
      Given Ada's CAC has a fault: it <is in trouble>
      And Ada's certificates were made available with ActivClient
      And Ada registers her CAC
      When Ada registers her CAC again
      Then a screen says that Ada has registered her CAC
      And the portal holds the certificate of Ada's CAC for her account

      Examples:
        | is in trouble                        |
        | answers 6F00 once when it is to sign |
        | answers 6581 once when it is to sign |
        | answers 6A84 once when it is to sign |
        | answers 9240 once when it is to sign |

  @step-6-certificate
  Rule: A certificate that cannot be read is left out, and the others serve

    Scenario Outline: Ada is offered one certificate by a CAC that <is in trouble>
      Given Ada's CAC has a fault: it <is in trouble>
      And Ada's certificates were made available with ActivClient
      When Ada is asked for the certificate
      Then the CAC software says that it cannot read the identity certificate
      And the certificate for e-mail signature alone is offered
      And Ada's account is unchanged

      Examples: a certificate that is none
        | is in trouble                                           |
        | has half of its identity certificate                    |
        | has an empty identity certificate                       |
        | has a stray byte before its identity certificate        |

      Examples: a length that is wrong
        | is in trouble                                           |
        | gives a wrong length for its identity certificate       |
        | has half of a length for its identity certificate       |
        | has a shorter file than it says for its identity certificate |

      Examples: a flag that is wrong
        | is in trouble                                           |
        | calls its plain identity certificate compressed         |
        | calls its compressed identity certificate plain         |
        | has an identity certificate that unpacks to 4 MiB       |

    @presents-pin-1 @signs-with-9c
    Scenario: Ada registers the certificate that can still be read
      Given Ada's CAC has a fault: it has half of its identity certificate
      And Ada's certificates were made available with ActivClient
      When Ada registers and chooses the certificate for e-mail signature
      Then the portal holds the certificate for e-mail signature of Ada's CAC

  @step-6-pin
  Rule: A card that is merely unusual registers

    @presents-pin-1
    Scenario Outline: Ada registers with a CAC that <is unusual>
      Given Ada's CAC has a fault: it <is unusual>
      And Ada's certificates were made available with ActivClient
      When Ada registers her CAC
      Then a screen says that Ada has registered her CAC
      And the portal holds the certificate of Ada's CAC for her account

      Examples: in what it holds
        | is unusual                                                    |
        | has a tag without a length beside its identity certificate    |

      @endless-list-of-containers
      Examples: in its list of containers
        | is unusual                                                    |
        | has a list of containers that goes on with itself             |

      @key-of-2041-bits
      Examples: in its signatures
        | is unusual                                                    |
        | leaves out the zero that its signatures begin with            |

      Examples: in how it answers
        | is unusual                                                    |
        | is slow                                                       |

      @pulled-after-signature
      Examples: in how it goes
        | is unusual                                                    |
        | is pulled while the page loads                                |

      Examples: in its answer to reset
        | is unusual                                                    |
        | has the ATR of an Oberthur CAC                                |
        | has the ATR of a Giesecke and Devrient CAC                    |
        | has an ATR that offers T=1 only                               |
        | has the ATR of a card without contacts                        |

    @presents-pin-2 @pin-for-each-signature
    Scenario: Ada is asked for the PIN again by a CAC that wants it for each signature
      Given Ada's CAC has a fault: it wants the PIN for each signature
      And Ada has registered her CAC
      When Ada logs in with her CAC
      Then Ada's account home says that she logged in with her CAC
      And Ada's CAC was sent the PIN 2 times

  @step-6-certificate
  Rule: The portal sees certificates, and not the card

    Scenario: The CAC software sees that Ada's CAC has expired
      Given Ada's CAC has a fault: it has expired before its certificates
      And Ada's CAC is in the reader
      When Ada looks at her CAC with the CAC software
      Then the CAC software says that Ada's CAC has expired

    @presents-pin-1
    Scenario: Ada registers with a CAC that has expired before its certificates
      Given Ada's CAC has a fault: it has expired before its certificates
      And Ada's certificates were made available with ActivClient
      When Ada registers her CAC
      Then a screen says that Ada has registered her CAC
      And the CAC software says that Ada's CAC has expired

  @step-6-certificate
  Rule: With two cards, the one that the certificate is on is the one that counts

    @presents-pin-1 @beside-another-card
    Scenario: Ada registers her CAC beside Bob's, which is sent no PIN
      Given Ada's certificates were made available with ActivClient
      And Bob's CAC is in another reader of Ada's computer
      When Ada registers her CAC
      Then the certificates of Ada's CAC and of Bob's are offered
      And the portal holds the certificate of Ada's CAC for her account
      And Bob's CAC is sent no PIN

    @presents-pin-1 @card-of-Bob @beside-another-card
    Scenario: Ada's PIN costs Bob a try when she chooses his certificate
      Given Ada's certificates were made available with ActivClient
      And Bob's CAC is in another reader of Ada's computer
      When Ada registers and chooses Bob's certificate
      Then Bob's CAC has 2 tries left
      And Ada's CAC is sent no PIN
      And Ada's account is unchanged

    @swapped-while-asked
    Scenario: Bob's CAC that takes the place of Ada's registers nothing for her
      Given Ada's certificates were made available with ActivClient
      And Bob's CAC takes the place of Ada's while the PIN is asked for
      When Ada registers her CAC
      Then Ada's browser cannot show the page
      And the CAC in Ada's reader is Bob's
      And Bob's CAC is sent no PIN
      And Ada's account is unchanged
