Feature: Step 5: Clear Registered Information, or Register
  An account holds one CAC. If the screen shows Current Registered Information, the member clears it and goes on;
  if it says that nothing is registered, the member presses Register.

  @step-5-clear
  Rule: Clear Registered Information frees the account for another CAC

    Scenario: The screen shows Ada the CAC that is registered for her account
      Given Ada's previous CAC is registered
      When Ada opens her registration page
      Then the screen shows the Current Registered Information of Ada's previous CAC

    Scenario: Ada clears her registered information after her CAC was replaced
      Given Ada's previous CAC is registered
      When Ada clears her registered information
      Then Ada has nothing registered
      And Ada can go on to register

    @presents-pin-1
    Scenario: Ada's previous CAC no longer logs her in once it was cleared
      Given Ada has cleared the registration of her previous CAC
      When Ada logs in with her previous CAC
      Then the portal refuses the login because the CAC is not registered

    Scenario: Clearing Ada's registered information leaves Bob's alone
      Given Ada's previous CAC is registered
      And Bob's CAC is registered
      When Ada clears her registered information
      Then Bob's CAC is still registered

  @step-5-register
  Rule: Register starts a registration where there is none

    Scenario: The screen says that Ada is not registered
      When Ada opens her registration page
      Then the screen says that Ada is not registered

    @presents-pin-1
    Scenario: Register takes Ada from no registration to her own
      Given Ada's certificates were made available with ActivClient
      And Ada has nothing registered
      When Ada registers her CAC
      Then the portal holds the certificate of Ada's CAC for her account
