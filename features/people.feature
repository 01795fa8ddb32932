@people
Feature: Who can register a CAC, and who cannot
  Registration works for everybody whose certificate names them, however their name is written and whatever card they hold,
  and for nobody else. The people are described in README.md.

  @step-6-certificate
  Rule: The member is the DoD ID number at the end of the certificate's name, whatever stands before it

    @presents-pin-1
    Scenario Outline: <person>, <kind>, registers
      Given <person>'s browser has the certificates of the CAC
      When <person> registers the CAC
      Then the portal holds the certificate of <person>'s CAC for the account

      Examples:
        | person  | kind                                     |
        | Cleo    | without a middle name                    |
        | Dunstan | with a middle name of one letter         |
        | Emmett  | with a suffix                            |
        | Lorcan  | the third of the name                    |
        | Flora   | with a surname of two words              |
        | Gideon  | with an apostrophe and a hyphen          |
        | Kit     | with a surname of one letter             |
        | Honoria | with a name cut at 64 characters         |
        | Jorun   | with letters outside A to Z              |
        | Lumo    | without a first name                     |
        | Tertia  | with a digit in the surname              |
        | Ivo     | of a contractor                          |
        | Pascoe  | of a unit that has a comma in its name   |

  @step-6-certificate
  Rule: Any certificate of the CAC that is for logging in can be registered

    @presents-pin-1 @signs-with-9c
    Scenario: Ruth, without an e-mail address, registers her certificate for e-mail signature
      Given Ruth's browser has the certificates of her CAC
      When Ruth registers and chooses the certificate for e-mail signature
      Then the portal holds the certificate for e-mail signature of Ruth's CAC

    @presents-pin-1
    Scenario: Magnus registers his certificate for PIV authentication, in which his number has sixteen digits
      Given Magnus's CAC offers the certificate for PIV authentication
      When Magnus registers the CAC
      Then the portal holds the certificate for PIV authentication of Magnus's CAC

    @presents-pin-1 @certificate-for-no-login
    Scenario: Xanthe cannot register the certificate of her card, and is told which to choose
      Given Xanthe's CAC offers the certificate for card authentication
      When Xanthe registers and chooses the certificate for card authentication
      Then the portal refuses the registration because the certificate is not for logging in
      And the screen tells Xanthe which certificate to choose
      And Xanthe's account is unchanged

  @step-6-certificate
  Rule: The account is the person's, and outlives every card, name and address

    @step-5-clear @presents-pin-1
    Scenario: Nils registers the CAC that took the place of his revoked one
      Given Nils's previous CAC is registered
      And the issuer has revoked Nils's previous CAC
      And Nils's browser has the certificates of his CAC
      When Nils registers the CAC
      Then the portal holds the certificate of Nils's CAC for his account

    @presents-pin-1
    Scenario: Nils's revoked CAC does not log him in, although it is still registered
      Given Nils's previous CAC is registered
      And the issuer has revoked Nils's previous CAC
      When Nils logs in with his previous CAC
      Then the portal refuses the login because the certificates were revoked
      And Nils has no session

    @step-5-clear @presents-pin-1
    Scenario: Odile registers the CAC with her new name in place of the one with her former name
      Given Odile's previous CAC is registered
      And Odile's browser has the certificates of her CAC
      When Odile registers the CAC
      Then the portal holds the certificate of Odile's CAC for her account

    @step-5-clear @presents-pin-1 @signs-with-9c
    Scenario: Sabina registers the CAC with her new address in place of the one with her former address
      Given Sabina's previous CAC is registered by its certificate for e-mail signature
      And Sabina's browser has the certificates of her CAC
      When Sabina registers and chooses the certificate for e-mail signature
      Then the portal holds the certificate for e-mail signature of Sabina's CAC

    @presents-pin-1
    Scenario: Magnus's civilian CAC does not log him in while the one as a reservist is registered
      Given Magnus's CAC is registered
      And Magnus uses his other CAC
      When Magnus logs in with his CAC
      Then the portal refuses the login because the CAC is not registered
      And Magnus has no session

    @step-5-clear @presents-pin-1
    Scenario: Magnus registers his civilian CAC in place of the one as a reservist
      Given Magnus's CAC is registered
      And Magnus uses his other CAC
      When Magnus registers the CAC
      Then the portal holds the certificate of Magnus's CAC for his account

  @step-6-certificate
  Rule: A certificate without a member's DoD ID number is nobody's

    @presents-pin-1
    Scenario Outline: <person> cannot register <a certificate without the number>
      Given <person>'s browser has the certificates of the CAC
      When <person> registers the CAC
      Then the portal refuses the registration because the certificate names no DoD ID number
      And <person>'s account is unchanged

      Examples:
        | person | a certificate without the number                          |
        | Una    | the PIV card of another agency, with the agency's number  |
        | Vesper | a certificate of an external authority, with its number   |

    @presents-pin-1
    Scenario: Webster cannot register the certificate of a device in his care
      Given Webster's browser has the certificates of his CAC
      When Webster registers the CAC
      Then the portal refuses the registration because the certificate is not for logging in
      And Webster's account is unchanged

  @step-6-certificate
  Rule: An issuer is known by its key and not by how its names look

    Scenario: Yorick cannot register a CAC of the testers' PKI
      Given Yorick's browser has the certificates of his CAC
      When Yorick registers the CAC
      Then the portal refuses the registration because no certificate was presented
      And Yorick's account is unchanged

    Scenario: Ada cannot register a CAC from an issuer that the portal was not told of
      Given Ada's CAC is from an issuer that the portal was not told of
      When Ada registers her CAC
      Then the portal refuses the registration because no certificate was presented
      And Ada's account is unchanged

    @presents-pin-1 @card-of-Bob
    Scenario: Bob's CAC does not open Ada's account with the same serial number from another issuer
      Given Ada's registered CAC and Bob's CAC bear the same serial number
      When Bob logs in with his CAC
      Then the portal refuses the login because the CAC is not registered
      And Bob has no session
