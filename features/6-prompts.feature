Feature: Step 6: choose the certificate, enter the PIN, enter the password
  Between Register and the confirmation the member may be asked for the certificate, for the PIN and for the password,
  in any combination. Which of them are asked depends on the browser, on the CAC software and on the portal.

  @step-6-certificate @step-6-pin @step-6-password @every-combination
  Rule: Any or all of the three may be asked, and the registration succeeds

    @presents-pin-1
    Scenario Outline: Ada registers with <middleware> from "<screen>" when asked for <asked>
      Given Ada's certificates were made available with <middleware>
      And Ada's registration page says "<screen>"
      And Ada is going to be asked for <asked>
      When Ada registers her CAC
      Then a screen says that Ada has registered her CAC
      And Ada was asked for <asked>
      And the portal holds the certificate of Ada's CAC for her account

      @step-5-clear
      Examples: ActivClient, clearing first
        | middleware     | screen                           | asked                                     |
        | ActivClient    | Current Registered Information   | nothing                                   |
        | ActivClient    | Current Registered Information   | the certificate                           |
        | ActivClient    | Current Registered Information   | the PIN                                   |
        | ActivClient    | Current Registered Information   | the password                              |
        | ActivClient    | Current Registered Information   | the certificate and the PIN               |
        | ActivClient    | Current Registered Information   | the certificate and the password          |
        | ActivClient    | Current Registered Information   | the PIN and the password                  |
        | ActivClient    | Current Registered Information   | the certificate, the PIN and the password |

      @step-5-register
      Examples: ActivClient, nothing registered
        | middleware     | screen                           | asked                                     |
        | ActivClient    | You are not currently registered | nothing                                   |
        | ActivClient    | You are not currently registered | the certificate                           |
        | ActivClient    | You are not currently registered | the PIN                                   |
        | ActivClient    | You are not currently registered | the password                              |
        | ActivClient    | You are not currently registered | the certificate and the PIN               |
        | ActivClient    | You are not currently registered | the certificate and the password          |
        | ActivClient    | You are not currently registered | the PIN and the password                  |
        | ActivClient    | You are not currently registered | the certificate, the PIN and the password |

      @step-5-clear
      Examples: ActivCard Gold, clearing first
        | middleware     | screen                           | asked                                     |
        | ActivCard Gold | Current Registered Information   | nothing                                   |
        | ActivCard Gold | Current Registered Information   | the certificate                           |
        | ActivCard Gold | Current Registered Information   | the PIN                                   |
        | ActivCard Gold | Current Registered Information   | the password                              |
        | ActivCard Gold | Current Registered Information   | the certificate and the PIN               |
        | ActivCard Gold | Current Registered Information   | the certificate and the password          |
        | ActivCard Gold | Current Registered Information   | the PIN and the password                  |
        | ActivCard Gold | Current Registered Information   | the certificate, the PIN and the password |

      @step-5-register
      Examples: ActivCard Gold, nothing registered
        | middleware     | screen                           | asked                                     |
        | ActivCard Gold | You are not currently registered | nothing                                   |
        | ActivCard Gold | You are not currently registered | the certificate                           |
        | ActivCard Gold | You are not currently registered | the PIN                                   |
        | ActivCard Gold | You are not currently registered | the password                              |
        | ActivCard Gold | You are not currently registered | the certificate and the PIN               |
        | ActivCard Gold | You are not currently registered | the certificate and the password          |
        | ActivCard Gold | You are not currently registered | the PIN and the password                  |
        | ActivCard Gold | You are not currently registered | the certificate, the PIN and the password |

  @step-6-certificate
  Rule: The certificate is the one with the member's own name

    Scenario: The chooser offers the certificates that can log in, and not the one for encryption
      Given Ada's certificates were made available with ActivClient
      When Ada is asked for the certificate
      Then the certificates for identity and for e-mail signature are offered

    @presents-pin-1 @card-of-Bob
    Scenario: Ada cannot register with Bob's certificate
      Given Ada's certificates were made available with ActivClient
      And Bob left his unlocked CAC in the second reader of Ada's computer
      When Ada registers and chooses Bob's certificate
      Then the portal refuses the registration because the certificate is not hers
      And Ada's account is unchanged

    Scenario: Ada cannot register without a certificate
      Given Ada's certificates were made available with ActivClient
      When Ada registers and chooses no certificate
      Then Ada was asked for the certificate
      And the portal refuses the registration because no certificate was presented
      And Ada's account is unchanged

    @presents-pin-1
    Scenario Outline: Ada cannot register a CAC whose certificates <are no good>
      Given the certificates of Ada's CAC <are no good>
      When Ada registers her CAC
      Then the portal refuses the registration because the certificates <are no good>
      And Ada's account is unchanged

      Examples:
        | are no good             |
        | were revoked            |
        | were suspended          |
        | were issued to a device |

      @certificate-out-of-date
      Examples: outside of their validity
        | are no good       |
        | have expired      |
        | are not yet valid |

  @step-6-pin
  Rule: The PIN is the one of the CAC

    @presents-pin-1
    Scenario: A wrong PIN registers nothing, and Ada sees how many tries are left
      Given Ada's certificates were made available with ActivClient
      When Ada registers and enters a wrong PIN
      Then the PIN dialog says that 2 tries are left
      And Ada's account is unchanged

    @presents-pin-3
    Scenario: A blocked CAC registers nothing, and no PIN is sent
      Given Ada's CAC is blocked already
      And Ada's certificates were made available with ActivClient
      When Ada registers her CAC
      Then the PIN dialog says that the CAC is blocked
      And Ada's account is unchanged

    Scenario: Ada registers nothing when she closes the PIN dialog
      Given Ada's certificates were made available with ActivClient
      When Ada registers and enters no PIN
      Then Ada was asked for the certificate and the PIN
      And no PIN is sent
      And Ada's account is unchanged

  @step-6-password
  Rule: The password is the most recent one issued

    @presents-pin-1
    Scenario: Ada registers with the most recent of two passwords
      Given Ada's certificates were made available with ActivClient
      And Ada has an older password and a more recent one
      When Ada registers and enters her most recent password
      Then a screen says that Ada has registered her CAC

    @presents-pin-1
    Scenario: An older password registers nothing
      Given Ada's certificates were made available with ActivClient
      And Ada has an older password and a more recent one
      When Ada registers and enters her older password
      Then the portal refuses the registration because the password is an older one
      And Ada's account is unchanged

    @presents-pin-1
    Scenario: A wrong password registers nothing
      Given Ada's certificates were made available with ActivClient
      When Ada registers and enters a wrong password
      Then the portal refuses the registration because the password is wrong
      And Ada's account is unchanged
