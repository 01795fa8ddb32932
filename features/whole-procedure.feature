@step-1 @step-2 @step-3 @step-4 @step-5-register @step-6-certificate @step-6-pin @step-6-password @step-7
Feature: The whole procedure, in its order
  Log in with the password, then put the CAC into the reader, make its certificates available, and only then register:
  the order in which the instructions have it.

  Rule: Whoever follows the instructions from the first to the last has a registered CAC

    @presents-pin-1
    Scenario Outline: Ada follows the whole procedure with <middleware>
      Given Ada is logged in with her password
      And Ada puts her CAC into the reader
      And Ada makes her certificates available with <middleware>
      And Ada goes to CAC-Cert Registration
      When Ada registers her CAC
      Then a screen says that Ada has registered her CAC
      And the portal holds the certificate of Ada's CAC for her account

      Examples:
        | middleware     |
        | ActivClient    |
        | ActivCard Gold |
